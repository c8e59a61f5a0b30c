// Solve an MPS or LP file with HiGHS: highs.js MODULE FILE SECONDS GAP
// MODULE is the folder node_modules/highs. Prints "STATUS OBJECTIVE BOUND" as
// minimised; STATUS is optimal, infeasible, stopped or a number of HiGHS.
"use strict";
const fs = require("fs");

const [module_folder, file, seconds, gap] = process.argv.slice(2);
const WORDS = {7: "optimal", 8: "infeasible", 9: "infeasible", 13: "stopped"};

require(module_folder)().then((highs) => {
  const model = highs.createModel({
    format: file.endsWith(".lp") ? "lp" : "mps",
    data: fs.readFileSync(file),
  });
  model.options.set("output_flag", false);
  model.options.set("time_limit", Number(seconds));
  model.options.set("mip_rel_gap", Number(gap));
  model.run();
  const status = model.getModelStatus();
  console.log(WORDS[status] || status, model.getObjectiveValue(),
              model.info.get("mip_dual_bound"));
  model.dispose();
}).catch((error) => {
  console.log("failed", error.message);
  process.exit(1);
});
