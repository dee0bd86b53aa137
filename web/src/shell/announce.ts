/**
 * Says something to people who listen to the page, without moving anybody's focus. The region stands in index.html from the
 * start: regions that appear together with their first words are not reliably heard.
 */
export function announce(sentence: string): void {
  const region = document.getElementById('announcements');
  if (region === null) return;
  region.textContent = '';
  // the same words twice are only heard twice when the region was empty in between
  setTimeout(() => {
    region.textContent = sentence;
  }, 60);
}
