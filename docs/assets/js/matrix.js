// Filters for the matrix: show only some answers, groups, kinds of text or counties. Nothing is pressed at first, and
// then everything shows. Without this file the whole matrix stands there. It stores nothing.

(() => {
  const { make, onPage } = Avtalsatlas;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** A named row of buttons that can be pressed in any number. `pressed` holds the values of those that are. There is
   *  nothing to choose where all are alike. */
  function buttons(legend, choices, pressed, changed) {
    if (choices.length < 2) return "";
    const row = choices.map(([value, label]) => {
      const button = make("button", { type: "button", className: "aa-toggle-button" }, label);
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => {
        if (!pressed.delete(value)) pressed.add(value);
        button.setAttribute("aria-pressed", String(pressed.has(value)));
        changed();
      });
      return button;
    });
    return make("fieldset", { className: "aa-filter" }, make("legend", {}, legend), make("div", { className: "aa-filter__row" }, ...row));
  }

  const distinct = (values) => [...new Set(values)].map((value) => [value, value]);

  function start() {
    const table = document.querySelector("[data-matrix]");
    const holder = document.querySelector("[data-matrix-filters]");
    if (!table || !holder || holder.childElementCount) return;

    const heads = all("thead th[data-kind]", table);
    const bodies = all("tbody", table);
    const statuses = all("[data-matrix-legend] [data-status]").map((item) => [
      item.dataset.status,
      item.querySelector(".aa-status").lastChild.textContent.trim(),
    ]);
    const pressed = { status: new Set(), group: new Set(), kind: new Set(), county: new Set() };
    const told = make("p", { className: "aa-filter__told" });
    told.setAttribute("role", "status");
    const reset = make("button", { type: "button", className: "aa-button" }, "Visa allt");
    const passes = (chosen, value) => !chosen.size || chosen.has(value);

    function apply() {
      const shown = heads.map((head) => passes(pressed.kind, head.dataset.kind) && passes(pressed.county, head.dataset.county));
      heads.forEach((head, place) => (head.hidden = !shown[place]));
      let topics = 0;
      let total = 0;
      bodies.forEach((body) => {
        let any = false;
        all("tr:not(.aa-group)", body).forEach((row) => {
          const cells = all("td[data-status]", row);
          const fits = cells.map((cell) => cell.dataset.status.split(" ").some((status) => passes(pressed.status, status)));
          cells.forEach((cell, place) => {
            cell.hidden = !shown[place];
            cell.classList.toggle("aa-matrix__other", !fits[place]);
          });
          row.hidden = !passes(pressed.group, body.dataset.group) || !fits.some((fit, place) => fit && shown[place]);
          any ||= !row.hidden;
          topics += !row.hidden;
          total += 1;
        });
        body.hidden = !any;
      });
      const agreements = shown.filter(Boolean).length;
      all(".aa-group th", table).forEach((head) => (head.colSpan = agreements + 2));
      told.textContent = `Visar ${topics} av ${total} ämnen och ${agreements} av ${heads.length} texter.`;
      reset.disabled = !Object.values(pressed).some((chosen) => chosen.size);
    }

    reset.addEventListener("click", () => {
      Object.values(pressed).forEach((chosen) => chosen.clear());
      all("[aria-pressed]", holder).forEach((button) => button.setAttribute("aria-pressed", "false"));
      apply();
    });
    holder.append(
      buttons("Svar", statuses, pressed.status, apply),
      buttons("Ämnesgrupp", distinct(bodies.map((body) => body.dataset.group)), pressed.group, apply),
      buttons("Slag av text", distinct(heads.map((head) => head.dataset.kind)), pressed.kind, apply),
      buttons("Län", distinct(heads.map((head) => head.dataset.county)), pressed.county, apply),
      make("p", { className: "aa-filter__foot" }, reset),
    );
    holder.lastChild.append(told);
    holder.hidden = false;
    apply();
  }

  onPage(start);
})();
