"""What readers do, as fast as a script can: fill in everything, press everything. Each is a function for the page.

In: nothing. Out: how many fields or buttons there were. Not here: what is held against the page afterwards.
"""

# Open what is folded, then tick, choose and write in everything that takes it, the given words one after the other, and
# send the forms off. What is answered may ask more, so once is not always enough.
FILL = """(words) => {
  document.querySelectorAll("main details").forEach((each) => (each.open = true));
  const tell = (field, ...names) => names.forEach((name) => field.dispatchEvent(new Event(name, { bubbles: true })));
  const all = [...document.querySelectorAll("main :is(input, select, textarea)")];
  const fields = all.filter((each) => each.checkVisibility());
  for (const [place, field] of fields.entries()) {
    if (["checkbox", "radio"].includes(field.type)) { if (!field.checked) field.click(); }
    else if (field.tagName === "SELECT") { field.selectedIndex = field.length - 1; tell(field, "input", "change"); }
    else if (field.type !== "file") { field.value = words[place % words.length]; tell(field, "input", "change"); }
  }
  const go = ["Kontrollera", "Börja", "Svara"];
  const buttons = [...document.querySelectorAll("main button")];
  buttons.filter((each) => go.includes(each.textContent.trim())).forEach((each) => each.click());
  return fields.length;
}"""
# Press everything but what begins with one of the words that are given, as a regular expression.
PRESS = """(but) => {
  document.querySelectorAll("details").forEach((each) => (each.open = true));
  const all = [...document.querySelectorAll("main button, main summary")];
  const tried = all.filter((each) => !RegExp(`^(${but})`).test(each.textContent));
  tried.slice(0, 40).forEach((each) => each.click());
  document.querySelectorAll("main select").forEach((each) => {
    each.selectedIndex = each.options.length - 1;
    each.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return tried.length;
}"""
