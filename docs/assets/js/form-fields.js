// «Nytt avtal»: the fields. One for each shape, with its label, its help and the place where its errors stand. A field writes
// what it holds into the state, and tells the page that something has changed.

(() => {
  const { make, button, form } = Avtalsatlas;

  const idOf = (path) => `falt-${path.join("-")}`;
  const detail = (words) => make("span", { className: "aa-detail" }, words);

  /** Where the errors of a field stand, tied to what they are about. */
  function place(page, path, control) {
    const wrong = make("div", { className: "aa-form__wrong", id: `${idOf(path)}-fel` });
    page.fields.set(path.join("."), { control, wrong });
    control.setAttribute("aria-describedby", [control.dataset.help, wrong.id].filter(Boolean).join(" "));
    return wrong;
  }

  const HOLDERS = {
    choice: (spec) => select(Object.entries(spec.options).map(([id, label]) => [id, label === id ? id : `${label} (${id})`]), spec.default ? `${spec.options[spec.default]} (utelämnas)` : "Välj"),
    flag: () => select([["true", "ja (true)"], ["false", "nej (false)"]], "Välj"),
    number: () => make("input", { type: "text", inputMode: "numeric", autocomplete: "off" }),
    term: (spec, page) => {
      const input = make("input", { type: "text", autocomplete: "off" });
      input.setAttribute("list", page.listOf(spec));
      return input;
    },
  };

  const select = (options, none) => make("select", {}, make("option", { value: "" }, none), options.map(([value, label]) => make("option", { value }, label)));

  /** What a single value is written in. */
  function control(page, holder, key, spec, path) {
    const made = page.data.long.includes(key) ? make("textarea", { rows: 2 }) : (HOLDERS[spec.kind]?.(spec, page) ?? make("input", { type: "text", autocomplete: "off" }));
    made.id = idOf(path);
    made.value = holder[key] ?? "";
    if (spec.required) made.setAttribute("aria-required", "true");
    made.addEventListener("input", () => {
      holder[key] = made.value;
      page.change(path);
    });
    made.addEventListener("blur", () => page.touch(path));
    return made;
  }

  /** A label in words, with the key that it has in the file. */
  function label(name, key, spec, path) {
    return make("label", { htmlFor: idOf(path) }, name, " ", make("code", {}, key), spec.required ? detail(" krävs") : "");
  }

  const named = ({ help }) => help[0].toUpperCase() + help.slice(1).replace(/\.$/, "");

  function example(spec, path, holder) {
    if (!spec.example || ["choice", "flag"].includes(spec.kind)) return "";
    const made = make("p", { className: "aa-detail aa-form__help", id: `${idOf(path)}-hjalp` }, "Till exempel ", make("code", {}, spec.example.replace(/^"(.*)"$/, "$1")));
    holder.dataset.help = made.id;
    return made;
  }

  function single(page, holder, key, spec, path) {
    const made = control(page, holder, key, spec, path);
    const help = example(spec, path, made);
    return make("div", { className: `aa-field${page.data.long.includes(key) ? " aa-field--long" : ""}` }, label(named(spec), key, spec, path), made, help, place(page, path, made));
  }

  /** A box around several fields; errors about the whole of it stand under its name. */
  function box(page, key, spec, path, ...inside) {
    const made = make("fieldset", { className: "aa-form__box", id: idOf(path) });
    made.append(make("legend", {}, named(spec), " ", make("code", {}, key), spec.required ? detail(" krävs") : ""), place(page, path, made), ...inside);
    return made;
  }

  function record(page, holder, key, spec, path) {
    holder[key] ??= {};
    return box(page, key, spec, path, grid(page, holder[key], spec.fields, path));
  }

  /** The fields of a record beside each other. */
  const grid = (page, holder, fields, path) =>
    make("div", { className: "aa-form__grid" }, Object.entries(fields).map(([key, spec]) => field(page, holder, key, spec, [...path, key])));

  /** A list: its items, each with a button that takes it away, and a button that adds one. */
  function many(page, holder, key, spec, path) {
    holder[key] ??= [];
    const list = make("ol", { className: "aa-form__list" });
    const add = button(`Lägg till: ${named(spec).split(/[:,;]/)[0].toLowerCase()}`, () => {
      holder[key].push(spec.item.kind === "record" ? {} : "");
      draw();
      list.lastElementChild.querySelector("input, select, textarea").focus();
      page.change(path);
    });
    function remove(at) {
      holder[key].splice(at, 1);
      draw();
      add.focus();
      page.change(path);
    }
    function one(item, at) {
      const here = [...path, at];
      const away = button("Ta bort", () => remove(at), { ariaLabel: `Ta bort nummer ${at + 1}: ${named(spec)}` });
      if (spec.item.kind === "record") return make("li", {}, grid(page, item, spec.item.fields, here), away);
      const made = control(page, holder[key], at, { ...spec.item }, here);
      made.setAttribute("aria-label", `${named(spec)}, nummer ${at + 1}`);
      return make("li", { className: "aa-form__one" }, made, away, place(page, here, made));
    }
    function draw() {
      page.forget(`${path.join(".")}.`);
      list.replaceChildren(...holder[key].map(one));
    }
    const made = box(page, key, spec, path, list, add);
    draw();
    return made;
  }

  /** The field of a key, whatever its shape. */
  const field = (page, holder, key, spec, path) => ({ record, many })[spec.kind]?.(page, holder, key, spec, path) ?? single(page, holder, key, spec, path);

  /** Show what is wrong where it is, or that nothing is. */
  function show(page, { control: about, wrong }, findings) {
    wrong.replaceChildren(
      ...findings.map((each) =>
        make("p", {}, [each.message, ...each.hints].join(" "), each.code ? [" (", make("a", { href: `${page.rules}#${each.code.toLowerCase()}`, ariaLabel: `Regel ${each.code}` }, each.code), ")"] : ""),
      ),
    );
    const faults = findings.some((each) => !each.soft);
    about.toggleAttribute("data-wrong", faults);
    if (about.localName !== "fieldset") about.setAttribute("aria-invalid", String(faults));
  }

  Object.assign(form, { field, grid, box, place, show, named, idOf });
})();
