// The way to the search on every page: a link that leads to the page of the search without a script, and with one opens
// it here. What the search is made of is loaded when somebody reaches for it, as scripts, so that it works from a file too.

(() => {
  const link = document.querySelector(".aa-find");
  if (!link) return;
  // The header stays when instant navigation changes the page: an address that counts from the page would lead astray.
  link.href = link.href;
  const root = new URL("../", link.href).href;

  /** Load a script of the site once, by its address from the root. */
  const load = (path) => Avtalsatlas.script(new URL(path, root));

  /** The search, ready to use. */
  async function finder() {
    await load(link.dataset.script);
    await Avtalsatlas.search.begin();
    return Avtalsatlas.search;
  }

  Object.assign(Avtalsatlas, { load, root });

  /** Open the search here; when it cannot be loaded, its page tells more. */
  const open = () => finder().then((search) => search.open(), () => (location.href = link.href));

  const plain = (event) => !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const writes = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  addEventListener("click", (event) => {
    if (!event.target.closest?.(".aa-find") || !plain(event)) return;
    event.preventDefault();
    // Instant navigation would follow the link.
    event.stopImmediatePropagation();
    open();
  }, { capture: true });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writes(event.target) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
  // Not when focus comes: who steps through the page with the keyboard passes here without wanting to search.
  link.addEventListener("pointerenter", () => finder().catch(() => {}), { once: true });
  Avtalsatlas.onPage(() => {
    const page = document.querySelector(".aa-search-page");
    if (page && !page.childElementCount) finder().then((search) => search.page(page), () => page.append("Sökningen kunde inte laddas. Leta i listan här under."));
  });
})();
