// What the pages do on top of what they say: light up a quoted passage with its reading, open quotes, put tooltips away.
// Everything can be read without this file. It works from file:// and with Material's instant navigation.

(() => {
  const LIT = "aa-lit";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  // --- passages and readings ---

  const partsOf = (id) => {
    const name = CSS.escape(id);
    return { marks: all(`mark[data-fact="${name}"]`), readings: all(`[data-reads="${name}"]`) };
  };

  const unlight = () => all(`.${LIT}`).forEach((each) => each.classList.remove(LIT));

  /** Light up facts: their passages and their readings. Returns whether there were any. */
  function light(ids) {
    unlight();
    const lit = ids.map(partsOf).flatMap(({ marks, readings }) => [...marks, ...readings]);
    lit.forEach((each) => each.classList.add(LIT));
    return lit.length > 0;
  }

  const middle = (element) => element?.scrollIntoView({ block: "center", behavior: "instant" });

  /** Bring what the address names into view: a fact lit up and in the middle, anything else where it begins. */
  function showAddress() {
    const id = Avtalsatlas.named();
    const lit = id && light([id]);
    if (!lit && !document.getElementById(id)) return;
    const page = location.href;
    let moved = false;
    const show = () => {
      if (moved || location.href !== page) return;
      if (lit) middle(partsOf(id).marks[0]);
      else document.getElementById(id)?.scrollIntoView({ behavior: "instant" });
    };
    // A reader who has begun to scroll is not pulled back.
    ["wheel", "touchmove", "keydown"].forEach((act) => addEventListener(act, () => (moved = true), { once: true, passive: true }));
    show();
    // Material scrolls by itself after it has swapped the page, and fonts may move the lines: have the last word.
    requestAnimationFrame(() => requestAnimationFrame(show));
    document.fonts?.ready.then(show);
  }

  /** The facts of all marks around a point in the text: marks may lie in each other. */
  function factsAt(element) {
    const ids = [];
    for (let mark = element.closest("mark[data-fact]"); mark; mark = mark.parentElement.closest("mark[data-fact]")) {
      ids.push(mark.dataset.fact);
    }
    return ids;
  }

  function onClick(event) {
    const link = event.target.closest("a, summary, button");
    if (link?.dataset.toggles) document.getElementById(link.dataset.toggles).click();
    const ids = link ? [] : factsAt(event.target);
    if (ids.length && !String(getSelection())) {
      light(ids);
      const block = still.matches ? "instant" : "smooth";
      partsOf(ids[0]).readings[0]?.scrollIntoView({ block: "nearest", behavior: block });
    }
    // A reading whose passage is already in the address changes no address, so nothing else would happen.
    if (link?.matches(".aa-reads") && link.hash === location.hash) showAddress();
  }

  // --- quotes ---

  function closeQuotes() {
    const open = all("details.aa-quote[open]");
    open.forEach((quote) => {
      if (quote.contains(document.activeElement)) quote.querySelector("summary").focus();
      quote.open = false;
    });
    return open.length > 0;
  }

  /** A button that opens every quote of a page with comparisons. It tells what it would do next. */
  function addQuoteButton() {
    const table = document.querySelector(".aa-scroll:has(.aa-table)");
    const quotes = all(".aa-table details.aa-quote");
    if (!table || quotes.length < 2 || document.querySelector(".aa-tools")) return;
    const button = document.createElement("button");
    const holder = document.createElement("p");
    const closed = () => quotes.some((quote) => !quote.open);
    const name = () => (button.textContent = closed() ? "Öppna alla citat" : "Stäng alla citat");
    button.type = "button";
    button.className = "aa-button";
    holder.className = "aa-tools";
    button.addEventListener("click", () => {
      const open = closed();
      quotes.forEach((quote) => (quote.open = open));
      name();
    });
    quotes.forEach((quote) => quote.addEventListener("toggle", name));
    name();
    holder.append(button);
    table.before(holder);
  }

  // --- keyboard ---

  function onKey(event) {
    if (event.key === "Escape") {
      document.body.classList.add("aa-no-tips");
      const drawer = document.getElementById("__drawer");
      if (drawer?.checked) drawer.click();
      else if (!closeQuotes()) unlight();
    }
  }

  // Material keeps the menu in a hidden box: our button ticks it, and says whether it is ticked.
  function onToggle(event) {
    const button = document.querySelector(`[data-toggles="${event.target.id}"]`);
    button?.setAttribute("aria-expanded", event.target.checked);
  }

  const allowTips = () => document.body.classList.remove("aa-no-tips");

  // --- paper ---

  /** Citations get their address, counted from the site's root: the footer of the print-out tells the root. What the
   *  reader has not opened is remembered, before Material opens everything: print.css decides what of it shows. */
  function beforePrint() {
    const root = new URL(document.querySelector("footer [data-root]")?.dataset.root ?? ".", location.href).href;
    all("a.aa-clause, a.aa-brief-source").forEach((link) => {
      link.dataset.address = link.href.replace(root, "").replace("index.html", "");
    });
    all("details:not([open])").forEach((folded) => {
      folded.dataset.shut = "";
      folded.open = true;
    });
  }

  const afterPrint = () =>
    all("details[data-shut]").forEach((folded) => {
      delete folded.dataset.shut;
      folded.open = false;
    });

  // --- start ---

  /** On every page, also those that instant navigation puts in place. */
  function onPage() {
    // Material names a branch of the navigation after a label without words; the words are in its title.
    all("nav.md-nav[aria-labelledby]").forEach((branch) => {
      const title = branch.querySelector(":scope > .md-nav__title")?.textContent.trim();
      if (!title) return;
      branch.removeAttribute("aria-labelledby");
      branch.setAttribute("aria-label", title);
    });
    addQuoteButton();
    showAddress();
  }

  addEventListener("hashchange", showAddress);
  addEventListener("click", onClick);
  addEventListener("keydown", onKey);
  addEventListener("change", onToggle);
  addEventListener("focusin", allowTips);
  addEventListener("pointerover", allowTips);
  addEventListener("beforeprint", beforePrint, { capture: true });
  addEventListener("afterprint", afterPrint);

  // Material tells of every page that instant navigation brings, but of none at all under file://.
  if (typeof document$ !== "undefined") document$.subscribe(onPage);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", onPage);
  else onPage();
})();
