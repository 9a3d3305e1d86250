(function () {
  "use strict";
  var form = document.getElementById("find");
  var rows = Array.prototype.slice.call(document.querySelectorAll("tbody tr"));
  if (!form || rows.length === 0) { return; }
  var words = document.getElementById("words");
  var shown = document.getElementById("shown");
  var filters = Array.prototype.slice.call(form.querySelectorAll("select"));
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  function find() {
    var wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row, at) {
      var fits = wanted.every(function (word) { return texts[at].indexOf(word) >= 0; });
      filters.forEach(function (filter, which) {
        var own = " " + row.getAttribute("data-sorts-" + which) + " ";
        if (filter.value !== "" && own.indexOf(" " + filter.value + " ") < 0) { fits = false; }
      });
      row.hidden = !fits;
      if (fits) { count += 1; }
    });
    shown.textContent = count === rows.length ? "All " + count + " shown." : count + " of " + rows.length + " shown.";
  }
  form.addEventListener("input", find);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { window.setTimeout(find, 0); });
  form.hidden = false;
  find();
})();
