# expect: skipped
print "hello"
