/** Counts instead of the full report, which would repeat the source of every file with a finding. */
export default function format(results) {
  const counts = {};
  let unparsed = 0;
  for (const { messages } of results) {
    for (const { ruleId, fatal } of messages) {
      if (fatal) unparsed += 1;
      // Messages of no rule say that inline configuration is ignored.
      else if (ruleId) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
    }
  }
  return JSON.stringify({ counts, unparsed, files: results.length });
}
