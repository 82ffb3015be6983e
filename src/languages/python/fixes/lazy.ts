/** APIs that do their work while their result is gone through. */
export const LAZY =
  /^python:(?:os\.(?:walk|fwalk|scandir)|glob\.iglob|csv\.reader|pathlib\.Path\(\)\.(?:glob|rglob|iterdir|walk)|re\.finditer|concurrent\.futures\.as_completed|.*\.__iter__|difflib\.(?:ndiff|unified_diff|context_diff))$/;
