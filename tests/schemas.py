"""schemas.py PROGRAM DIR: every result file below DIR is as `PROGRAM schema` says."""
import json
import pathlib
import re
import subprocess
import sys

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
bad = 0
for path in sorted(folder.rglob("*.json")):
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError):
        continue  # a file that a case spoils on purpose
    form = told.get("format") if isinstance(told, dict) else None
    name = re.fullmatch(r"orefolio-(\w+)/1", str(form))
    # Portfolios that a case writes by hand say no program.
    if not name or (name[1] == "result" and "program" not in told):
        continue
    # Only where there is something to check: most cases write no result file.
    import jsonschema
    schema = json.loads(subprocess.run([program, "schema", name[1]], check=True,
                                       capture_output=True, text=True).stdout)
    checker = jsonschema.Draft202012Validator
    checker.check_schema(schema)
    for error in checker(schema).iter_errors(told):
        where = "/".join(str(part) for part in error.absolute_path)
        print(f"{path.relative_to(folder)}: {where}: {error.message[:200]}")
        bad = 1
sys.exit(bad)
