# SYNTAX TEST "source.python" "directives and annotations in Python"

# loopwise-ignore-next-line blocking-io -- once a day
# ^^^^^^^^^^^^^^^^^^^^^^^^^ keyword.control.directive.loopwise
#                           ^^^^^^^^^^^ variable.parameter.rule.loopwise
time.sleep(1)  # loopwise: ignore[blocking-sleep] a demonstration
#                ^^^^^^^^^^^^^^^^ keyword.control.directive.loopwise
#                                 ^^^^^^^^^^^^^^ variable.parameter.rule.loopwise
text = "loopwise: ignore[blocking-io]"
#       ^^^^^^^^^^^^^^^^ - keyword.control.directive.loopwise
