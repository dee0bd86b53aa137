/** As many characters as the service takes of words of one's own. */
const LONGEST_WORDS_CHARACTERS = 2000;

/** A field for some lines in one's own words, below its label. */
export function WordsField(props: { label: string; rows: number; value: string; onChange: (words: string) => void }) {
  const { label, rows, value, onChange } = props;
  return (
    <label className="grid gap-1">
      <span className="font-medium text-small">{label}</span>
      <textarea
        className="field"
        rows={rows}
        maxLength={LONGEST_WORDS_CHARACTERS}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
