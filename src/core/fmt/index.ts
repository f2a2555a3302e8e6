// Printing as Go's fmt package does it: every verb, flag and complaint, over the values of gostruct.
//
// Pointers have no addresses here: where Go would print one, a fixed number stands. Formatter and Scanner are not
// here. Defined by Go's fmt (print.go, format.go).

export { formatValue, sprint, sprintln } from './print.js';
export { sprintf } from './printf.js';
