/** Colours as sRGB triples, 0..255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** `#rrggbb` as a triple. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** From `from` (share 0) to `to` (share 1). */
export function mix(from: string, to: string, share: number): string {
  return hexOf(mixRgb(rgbOf(from), rgbOf(to), Math.min(1, Math.max(0, share))));
}

export function mixRgb(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** A colour on the way dark, base, light for a tone of 0..1. */
export function toneOf(dark: string, base: string, light: string, tone: number): string {
  return tone < 0.5 ? mix(dark, base, tone * 2) : mix(base, light, tone * 2 - 1);
}
