// Before the page is drawn: light or dark, and what Material's own scripts count on. A file of its own, first in the
// head, so that the page needs no script of its own in its HTML and can forbid all such (partials/policy.html).
// Only the choice of light or dark is ever stored, and only once the reader has made one.

(() => {
  const PALETTE = "__palette";
  const SCOPE = new URL("../..", document.currentScript.src);
  const key = (name) => `${SCOPE.pathname}.${name}`;
  let chosen = false;

  function get(name, storage) {
    try {
      return JSON.parse((storage ?? localStorage).getItem(key(name)));
    } catch {
      return null;
    }
  }

  // Material would store light or dark on the first visit, before anybody has asked for it, and more besides.
  function set(name, value) {
    if (name !== PALETTE || !chosen) return;
    try {
      localStorage.setItem(key(name), JSON.stringify(value));
    } catch {
      // A browser that keeps nothing shows what the computer is set to.
    }
  }

  addEventListener("change", (event) => (chosen ||= event.target.name === PALETTE), { capture: true });

  function colour() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const scheme = get(PALETTE)?.color?.scheme ?? (dark ? "slate" : "default");
    document.body.setAttribute("data-md-color-scheme", scheme);
  }

  // The body is not there yet. It is coloured the moment it comes, which is before anything is drawn.
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    colour();
  }).observe(document.documentElement, { childList: true });

  // Names that Material's scripts ask for. Its hash tells whether a notice has been put away; this site has none.
  Object.assign(window, { __md_scope: SCOPE, __md_get: get, __md_set: set, __md_hash: (text) => text.length });
})();
