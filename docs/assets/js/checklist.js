// Lists to tick off. Any [data-checklist] gets real checkboxes for its [data-check] items; on paper and without this file
// they are plain boxes. Ticks are gone with the page, unless the reader asks to keep them: only then is anything stored,
// in this browser, and it is removed when the reader takes that back.

(() => {
  const { make, button, onPage } = window.Avtalsatlas;
  const all = (selector, within) => [...within.querySelectorAll(selector)];
  const keyOf = (list) => `avtalsatlas.checklist.${list.dataset.checklist}`;
  let numbered = 0;

  /** The ids that are kept for a list; nothing when the reader has not asked to keep any. */
  function kept(list) {
    try {
      const ids = JSON.parse(localStorage.getItem(keyOf(list)));
      return Array.isArray(ids) ? ids : null;
    } catch {
      return null;
    }
  }

  /** Keep ids, or nothing at all when there are none to keep. Returns whether the browser let us. */
  function keep(list, ids) {
    try {
      if (ids) localStorage.setItem(keyOf(list), JSON.stringify(ids));
      else localStorage.removeItem(keyOf(list));
      return true;
    } catch {
      return false;
    }
  }

  /** A checkbox in the place of the box on paper, named by the item's own words. */
  function checkbox(item) {
    const words = item.querySelector("[data-check-words]") ?? item;
    words.id ||= `aa-rad-${++numbered}`;
    const box = make("input", { type: "checkbox", value: item.dataset.check, aria: { labelledby: words.id } });
    item.querySelector(".aa-tick")?.replaceWith(box);
    if (!box.isConnected) item.prepend(box);
    return box;
  }

  function setUp(list) {
    if (list.dataset.ready) return;
    list.dataset.ready = "true";
    const boxes = all("[data-check]", list).map(checkbox);
    const told = make("p", { role: "status" });
    const keeping = make("input", { type: "checkbox", checked: kept(list) !== null });
    const of = list.dataset.name ? make("span", { className: "aa-hidden" }, ` (${list.dataset.name})`) : "";

    function tell(more = "") {
      told.textContent = `${boxes.filter((box) => box.checked).length} av ${boxes.length} klara.${more}`;
    }

    function changed() {
      const ids = boxes.filter((box) => box.checked).map((box) => box.value);
      const done = !keeping.checked || keep(list, ids);
      if (!done) keeping.checked = false;
      tell(done ? "" : " Webbläsaren låter oss inte spara något.");
    }

    keeping.addEventListener("change", () => {
      if (keeping.checked) return changed();
      keep(list, null);
      tell(" Inget är sparat längre.");
    });
    const clear = button(["Ta bort alla kryss", of], () => {
      boxes.forEach((box) => (box.checked = false));
      changed();
    });
    const ids = new Set(kept(list) ?? []);
    boxes.forEach((box) => {
      box.checked = ids.has(box.value);
      box.addEventListener("change", changed);
    });
    const label = make("label", {}, keeping, make("span", {}, "Spara mina kryss i den här webbläsaren", of?.cloneNode?.(true)));
    list.prepend(make("div", { className: "aa-check-tools" }, told, label, clear));
    tell();
  }

  onPage(() => all("[data-checklist]", document).forEach(setUp));
})();
