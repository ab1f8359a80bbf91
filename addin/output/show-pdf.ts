/**
 * Opens a PDF file in a window of its own. The window is opened at once, because browsers let only a click do it, and
 * shows the file when that has come.
 * @param page counts from 1
 * @returns false where the browser opened none, or the file did not come
 */
export async function showPdf(view: Window, file: Promise<Blob>, page: number | null): Promise<boolean> {
  const opened = view.open('', '_blank');
  if (opened === null) return false;
  opened.opener = null;
  try {
    // The type is ours: a file that says it is a page would run in our name.
    const pdf = new Blob([await file], { type: 'application/pdf' });
    const address = URL.createObjectURL(pdf);
    opened.location.replace(page === null ? address : `${address}#page=${Math.trunc(page)}`);
    // The viewer has read it by then.
    setTimeout(() => URL.revokeObjectURL(address), 600_000);
    return true;
  } catch {
    opened.close();
    return false;
  }
}
