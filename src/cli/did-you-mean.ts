/** `: did you mean 'x'?` for the nearest of the names, or the list of them when none is near. */
export function didYouMean(word: string, names: readonly string[]): string {
  const [nearest] = [...names].sort((a, b) => editDistance(word, a) - editDistance(word, b));
  const isNear = nearest !== undefined && editDistance(word, nearest) <= Math.max(2, word.length / 3);
  return isNear ? `: did you mean '${nearest}'?` : `: choose one of ${names.join(', ')}.`;
}

/** Levenshtein's distance: letters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
