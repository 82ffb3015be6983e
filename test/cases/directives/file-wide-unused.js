/* loopwise-ignore-file blocking-sleep -- once had one */ // expect: unused-directive
module.exports = async () => 1;
