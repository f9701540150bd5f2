// Makes the columns of a notebook's tables sort: a button in each header, first up, then down, then as it was.
// Rows stay below their heading. Every table of the page is looked at, and done once.
document.querySelectorAll('.dd-out .dd-table:not([data-sorts])').forEach(function (table) {
  var grid = [], bodies = [].slice.call(table.tBodies), rows = [];
  bodies.forEach(function (body) { rows = rows.concat([].slice.call(body.rows)); });
  function plain(row) { return !row.querySelector('.dd-heading'); }
  table.dataset.sorts = '';
  if (!table.tHead || rows.filter(plain).length < 2 || table.querySelector('tbody [rowspan]')) return;
  // The header cell above each column, through cells that span.
  [].forEach.call(table.tHead.rows, function (row, y) {
    var x = 0;
    [].forEach.call(row.cells, function (cell) {
      while ((grid[y] = grid[y] || [])[x]) x++;
      for (var i = 0; i < cell.rowSpan; i++)
        for (var j = 0; j < cell.colSpan; j++) (grid[y + i] = grid[y + i] || [])[x + j] = cell;
    });
  });
  // A dash is nothing, a star a little; what is withheld or does not apply stands last.
  function value(cell) {
    var text = cell ? cell.textContent.trim() : '';
    if (!cell || !cell.classList.contains('dd-number')) return text;
    var number = text.replace(/,/g, '').replace('\u2212', '-').match(/-?\d*\.?\d+/);
    return number ? +number[0] : text === '\u2013' ? 0 : text === '*' ? 0.1 : NaN;
  }
  function compare(a, b) {
    if (typeof a === 'string' || typeof b === 'string') return String(a).localeCompare(b, undefined, {numeric: true});
    return a - b;
  }
  function sort(column, way) {
    bodies.forEach(function (body) {
      var run = [], out = [], all = rows.filter(function (row) { return row.parentNode === body; });
      function flush() {
        if (way) run.sort(function (a, b) {
          var v = value(a.cells[column]), w = value(b.cells[column]);
          return v !== v || w !== w ? (v !== v) - (w !== w) : way * compare(v, w);
        });
        out = out.concat(run);
        run = [];
      }
      all.forEach(function (row) {
        if (plain(row)) return run.push(row);
        flush();
        out.push(row);
      });
      flush();
      out.forEach(function (row) { body.appendChild(row); });
    });
  }
  grid[grid.length - 1].forEach(function (head, column) {
    if (head.tagName !== 'TH' || head.colSpan > 1) return;
    var button = document.createElement('button');
    button.type = 'button';
    while (head.firstChild) button.appendChild(head.firstChild);
    head.appendChild(button);
    button.addEventListener('click', function () {
      var now = head.getAttribute('aria-sort'), way = !now ? 1 : now === 'ascending' ? -1 : 0;
      table.querySelectorAll('[aria-sort]').forEach(function (other) { other.removeAttribute('aria-sort'); });
      if (way) head.setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending');
      sort(column, way);
    });
  });
});
