/** Strokes on a field of 24, drawn for this app. */
const PATHS = {
  animate: 'M4 6.5h11v11H4zM15 10.2l5-2.7v9l-5-2.7M8 10.2v3.6l3-1.8z',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4',
  bookmark: 'M7 4h10v16l-5-3.6L7 20z',
  camera: 'M4 8h3l1.5-2.5h7L17 8h3v11H4zM12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chat: 'M4 5h16v11.5H10L5.5 20v-3.5H4z',
  clip: 'M5 5h14v14H5zM5 9h14M5 15h14M9 5v4M15 5v4M9 15v4M15 15v4',
  close: 'm6 6 12 12M18 6 6 18',
  coin: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8.2 13.2 11l2.8 1.2-2.8 1.2L12 16l-1.2-2.6L8 12.2 10.8 11z',
  crop: 'M7 2.5V17h14.5M2.5 7H17v14.5',
  down: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  gallery: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  help: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM9.6 9.6a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.6M12 16.4v.1',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  moments:
    'M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.100M15.9 15.9 18 18M18 6l-2.1 2.100M8.1 15.9 6 18M12 14.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  more: 'M5 12.9a.9.9 0 1 0 0-1.8.9.9 0 0 0 0 1.8zM12 12.9a.9.9 0 1 0 0-1.8.9.9 0 0 0 0 1.8zM19 12.9a.9.9 0 1 0 0-1.8.9.9 0 0 0 0 1.8z',
  open: 'M14 4h6v6M20 4l-8 8M10 5H4v15h15v-6',
  pause: 'M9 6v12M15 6v12',
  person: 'M12 12a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.600zM4.5 20c.6-3.8 3.4-5.5 7.5-5.500s6.9 1.7 7.5 5.5',
  picture: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9v.1',
  play: 'M8 5.500v13L18.5 12z',
  plus: 'M12 5v14M5 12h14',
  retry: 'M19 12a7 7 0 1 1-2.2-5.100M19.5 4v4.500H15',
  send: 'm4 11.5 16-7-5 15.5-3.5-6z',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400zM9 19.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400z',
  share: 'M12 15V4M7.5 8 12 3.5 16.5 8M5 12.500V20h14v-7.5',
  signOut: 'M10 4H5v16h5M15 8l4 4-4 4M19 12H9.5',
  star: 'm12 4 2.4 5.1 5.6.7-4.1 3.8 1.1 5.5-5-2.7-5 2.7 1.1-5.500L4 9.800l5.6-.7z',
  trash: 'M5 7h14M9.5 7V4.500h5V7M7 7l.8 12.500h8.400L17 7',
  wallet: 'M4 7.500h16V19H4zM4 7.5 15 4v3.500M16 13.200v.1',
  warning: 'M12 4.5 21 19.500H3zM12 10v4.500M12 17v.1',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside words; it says nothing by itself to those who do not see it. */
export function Icon({ name, sizePixels = 20 }: { name: IconName; sizePixels?: number }) {
  return (
    <svg
      className="flex-none"
      width={sizePixels}
      height={sizePixels}
      viewBox="0 0 24 24"
      fill={name === 'play' || name === 'more' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
