/// What the grammar of TOML asks for at a place, and what to do where something else stands.
enum TOMLExpectation {
  /// Where a key is asked for.
  enum KeyPlace {
    case line
    case header
    case inlineTable
    case dot
  }

  case key(KeyPlace)
  case equals
  case value
  /// - Parameter line: The line with the bracket that is to be closed.
  case commaOrBracket(line: Int)
  case commaOrBrace(line: Int)
  case closingBracket(String)
  case endOfLine

  var phrase: String {
    switch self {
    case .key(.line): "a key or a header"
    case .key(.header): "the name of the table"
    case .key(.inlineTable): "a key"
    case .key(.dot): "a key behind the dot"
    case .equals: "'=' behind the key"
    case .value: "a value"
    case .commaOrBracket: "',' or ']'"
    case .commaOrBrace: "',' or '}'"
    case .closingBracket(let bracket): "'\(bracket)' behind the name of the table"
    case .endOfLine: "the end of the line"
    }
  }

  /// The advice that fits whatever stands there instead.
  var help: String {
    switch self {
    case .key(.header): "write [table], or [[table]] for one of several"
    case .key(.dot): "write a.b without a dot at the end"
    case .key: "write key = value; other characters than A-Z, a-z, 0-9, '_' and '-' need quotes"
    case .equals: "write key = value, or '#' in front of a comment"
    case .value: "write a text in quotes, a number, true, false, a date, an array or a table"
    case .commaOrBracket(let line):
      "is ',' missing, or ']' for the array that begins on line \(line)?"
    case .commaOrBrace(let line):
      "is ',' missing, or '}' for the inline table that begins on line \(line)?"
    case .closingBracket(let bracket): "close the header with '\(bracket)'"
    case .endOfLine: "write each key on a line of its own, and '#' in front of a comment"
    }
  }
}
