// A filter for the pages that compare many agreements: by län and by kind of text. Rows, columns and passages of the
// agreements that are not chosen are hidden. Without this file everything stands there. It stores nothing.

(() => {
  const { make, button, onPage } = Avtalsatlas;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const EVERY = "";

  /** Everything on the page that belongs to one agreement: rows, heads of columns, passages. */
  const belonging = () => all(".md-content [data-county][data-kind]");

  /** A labelled list of choices. */
  function list(label, id, values, changed) {
    const select = make("select", { id });
    const options = [...new Set(values)].sort((a, b) => a.localeCompare(b, "sv"));
    select.append(make("option", { value: EVERY }, "Alla"), ...options.map((value) => make("option", { value }, value)));
    select.addEventListener("change", changed);
    return [make("label", { htmlFor: id }, label), select];
  }

  /** Hide the columns whose heads are hidden, and let the heads of groups span the rest. */
  function columns(table) {
    const heads = all("thead th", table);
    if (!heads.some((head) => head.dataset.county)) return;
    all("tbody tr:not(.aa-group)", table).forEach((row) =>
      [...row.cells].forEach((cell, place) => (cell.hidden = heads[place].hidden)),
    );
    const shown = heads.filter((head) => !head.hidden).length;
    all(".aa-group th", table).forEach((head) => (head.colSpan = shown));
  }

  function start() {
    const holder = document.querySelector("[data-agreement-filters]");
    const items = belonging();
    if (!holder || holder.childElementCount || !items.length) return;

    const told = make("p", { className: "aa-filter__told", role: "status" });
    const [countyLabel, county] = list("Län", "aa-filter-lan", items.map((item) => item.dataset.county), apply);
    const [kindLabel, kind] = list("Slag av text", "aa-filter-slag", items.map((item) => item.dataset.kind), apply);
    const reset = button("Visa allt", () => {
      county.value = kind.value = EVERY;
      apply();
    });
    const fits = (item) =>
      [EVERY, item.dataset.county].includes(county.value) && [EVERY, item.dataset.kind].includes(kind.value);

    function apply() {
      items.forEach((item) => (item.hidden = !fits(item)));
      const tables = new Set(items.map((item) => item.closest("table")).filter(Boolean));
      tables.forEach(columns);
      // One table of the page may lack agreements that another has; the fullest of them is what the page counts.
      const counts = [...tables].map((table) => {
        const here = items.filter((item) => item.closest("table") === table);
        return [here.filter((item) => !item.hidden).length, here.length];
      });
      const [shown, total] = counts.sort((a, b) => b[1] - a[1])[0] ?? [items.filter(fits).length, items.length];
      told.textContent = shown ? `Visar ${shown} av ${total} texter.` : "Ingen text är både av det slaget och från det länet.";
      reset.disabled = !county.value && !kind.value;
    }

    // There is nothing to choose where all are of one county, or of one kind: the list has «Alla» and that one.
    const lists = [[countyLabel, county], [kindLabel, kind]].filter(([, select]) => select.length > 2);
    if (!lists.length) return;
    holder.append(...lists.flat(), reset, told);
    holder.hidden = false;
    apply();
  }

  onPage(start);
})();
