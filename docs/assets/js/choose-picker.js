// Choose and compare: the list of agreements to choose from, with filters that only hide: what is chosen stays chosen.

(() => {
  const { make } = Avtalsatlas;

  function picker(data, choice, onPick) {
    const text = make("input", { type: "search", id: "aa-sok-avtal", autocomplete: "off" });
    const select = (id, values, every) =>
      make("select", { id }, make("option", { value: "" }, every), [...new Set(values)].map((value) => make("option", { value }, value)));
    const county = select("aa-valj-lan", data.agreements.map((each) => each.county), "Alla län");
    const kind = select("aa-valj-slag", data.agreements.map((each) => each.kind), "Alla slag");
    const labelled = (control, words) => make("p", {}, make("label", { htmlFor: control.id }, words), control);
    const boxes = data.agreements.map((each) => {
      const box = make("input", { type: "checkbox", value: each.id });
      box.addEventListener("change", () => onPick(each.id, box.checked));
      const detail = make("span", { className: "aa-detail" }, ` ${each.kind}${each.current ? "" : ", behöver granskas på nytt"}`);
      return { each, box, label: make("label", { className: "aa-choose__pick" }, box, make("span", {}, each.name, detail)) };
    });
    const none = make("p", { className: "aa-detail", hidden: true }, "Inget avtal passar filtret.");
    function filter() {
      const words = text.value.trim().toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
      boxes.forEach(({ each, label }) => {
        const told = `${each.name} ${each.title} ${each.county} ${each.kind}`.toLocaleLowerCase("sv");
        const fits = words.every((word) => told.includes(word));
        label.hidden = !(fits && (!county.value || each.county === county.value) && (!kind.value || each.kind === kind.value));
      });
      none.hidden = boxes.some(({ label }) => !label.hidden);
    }
    [text, county, kind].forEach((control) => control.addEventListener("input", filter));
    const filters = make("div", { className: "aa-picker__filters" }, labelled(text, "Sök bland avtalen"), labelled(county, "Län"), labelled(kind, "Slag"));
    const element = make(
      "fieldset",
      { className: "aa-picker" },
      make("legend", {}, "Välj avtal"),
      filters,
      make("div", { className: "aa-picker__list" }, boxes.map(({ label }) => label), none),
    );
    return {
      element,
      first: () => boxes.find(({ label }) => !label.hidden)?.box,
      update: () => boxes.forEach(({ each, box }) => (box.checked = choice.chosen.includes(each.id))),
    };
  }

  Avtalsatlas.choice.picker = picker;
})();
