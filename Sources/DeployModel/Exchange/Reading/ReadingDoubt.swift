/// A writing in a `.env` file that some readers take for something else than what it is read as.
///
/// What is read is what most of them take it for; where no reading is common, it is a mistake.
package enum ReadingDoubt: CaseIterable, Sendable {
  /// A `$NAME` or `${NAME}` that many readers fill in.
  case reference
  /// A `#` in a bare value, without white space before it.
  case hash
  /// Nothing but a comment behind the `=`.
  case comment
  /// An escape between double quotes.
  case escape
  /// Two backslashes between single quotes.
  case backslashes
  /// Backticks around the value.
  case backticks
  /// Lines of a quoted value that look like variables.
  case lines

  /// What is said of the values that have it, before their names; never a part of a value.
  package var note: String {
    switch self {
    case .reference: "kept with '${…}' or '$…' as it stands, which nothing fills in"
    case .hash:
      "kept with '#' and what follows, which Node and the package dotenv take for a comment; "
        + "quotes make it certain"
    case .comment:
      "left empty before a comment, which python-dotenv takes for the value; a line of its own "
        + "makes the comment certain"
    case .escape:
      "read with an escape between double quotes that Node and the package dotenv leave as it "
        + "stands; single quotes need none"
    case .backslashes:
      "kept with two backslashes between single quotes, of which python-dotenv makes one"
    case .backticks:
      "read without the backticks around it, which python-dotenv takes for a part of it"
    case .lines:
      "read over lines that look like variables of their own, to a quote on a later line; is "
        + "the first quote a stray one?"
    }
  }
}
