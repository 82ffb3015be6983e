/** APIs that do their work while their result is gone through. */
export const LAZY =
  /^python:(?:os\.(?:walk|fwalk|scandir)|glob\.iglob|csv\.reader|pathlib\.Path\(\)\.(?:glob|rglob|iterdir|walk)|re\.finditer|difflib\.(?:ndiff|unified_diff|context_diff))$/;
