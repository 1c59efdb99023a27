// What several of the pages' scripts need: making elements, copying, loading scripts, and knowing when a page is there.
// Plain scripts share it through `Avtalsatlas`, since modules do not load from a file. It comes first in mkdocs.yml.

(() => {
  /** An element: properties as they are named in the DOM, `data` and `aria` apart; empty children are left out. */
  function make(name, properties = {}, ...children) {
    const { data, aria, role, ...rest } = properties;
    const element = Object.assign(document.createElement(name), rest);
    if (role) element.setAttribute("role", role);
    Object.entries(aria ?? {}).forEach(([key, value]) => element.setAttribute(`aria-${key}`, value));
    Object.assign(element.dataset, data);
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }

  function button(label, onClick, properties = {}) {
    const made = make("button", { type: "button", className: "aa-button", ...properties }, label);
    made.addEventListener("click", onClick);
    return made;
  }

  /** Copy where the clipboard may not be asked, as under http or from a file: through a field that is gone at once. */
  function copyByField(words) {
    const field = make("textarea", { value: words, className: "aa-hidden" });
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    field.remove();
    before?.focus({ preventScroll: true });
    return done;
  }

  /** Put words on the clipboard. Resolves to whether they are there. */
  async function copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      return copyByField(words);
    }
  }

  /** Run on every page. Material tells of each that instant navigation brings, but of none at all under file://. */
  function onPage(run) {
    if (typeof document$ !== "undefined") document$.subscribe(run);
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", run);
    else run();
  }

  /** What the address names on this page. One that somebody has cut off within a letter names nothing. */
  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  const loading = new Map();

  /** Load a script once, by its address. Rejects when it cannot be had; it is then tried again the next time. */
  function script(address) {
    const { href } = new URL(address, document.baseURI);
    if (!loading.has(href)) {
      loading.set(href, new Promise((done, fail) => {
        const failed = () => {
          loading.delete(href);
          fail(new Error(href));
        };
        document.head.append(make("script", { src: href, onload: () => done(), onerror: failed }));
      }));
    }
    return loading.get(href);
  }

  const ran = new Set();
  let waiting = [];

  /** Run a bundle of scripts once, after those that it needs. Instant navigation runs the scripts of a page each time
   *  that it comes back, and in whatever order they arrive. */
  function once(name, needs, run) {
    if (ran.has(name) || waiting.some((each) => each.name === name)) return;
    waiting.push({ name, needs, run });
    const ready = ({ needs }) => needs.every((need) => ran.has(need));
    for (let next = waiting.find(ready); next; next = waiting.find(ready)) {
      waiting = waiting.filter((each) => each !== next);
      ran.add(next.name);
      next.run();
    }
  }

  window.Avtalsatlas = { make, button, copy, named, onPage, once, script };
})();
