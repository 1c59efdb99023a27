// Tables whose rows are cards on a phone stay tables to a screen reader. HTML forbids these roles in the page itself, since
// a table has them already, but some browsers forget that when CSS lays its rows out in another way.

(() => {
  const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };

  const role = (part) => ROLES[part.tagName] ?? (part.scope.startsWith("col") ? "columnheader" : "rowheader");

  function onPage() {
    document.querySelectorAll("table.aa-table:not([role])").forEach((table) => {
      [table, ...table.querySelectorAll("thead, tbody, tfoot, tr, th, td")].forEach((part) =>
        part.setAttribute("role", role(part)),
      );
    });
  }

  Avtalsatlas.onPage(onPage);
})();
