// SYNTAX TEST "source.tsx" "directives between elements"

const page = (
  <p>
    {/* loopwise-ignore-next-line blocking-io -- a demonstration */}
//      ^^^^^^^^^^^^^^^^^^^^^^^^^ keyword.control.directive.loopwise
    {read()}
  </p>
);
