/// What the grammar of JSON asks for at a place, and what to do where something else stands.
enum JSONExpectation {
  case value
  case fieldName
  case colon
  case commaOrBrace
  case commaOrBracket
  case end

  func phrase(in extent: JSONExtent) -> String {
    switch self {
    case .value: "a value"
    case .fieldName: "a field name in double quotes"
    case .colon: "':' after the field name"
    case .commaOrBrace: "',' or '}'"
    case .commaOrBracket: "',' or ']'"
    case .end: "the end of the \(extent)"
    }
  }

  /// The advice that fits whatever stands there instead.
  var help: String {
    switch self {
    case .value: "write a string, a number, true, false, null, an array or an object"
    case .fieldName: "write field names in double quotes"
    case .colon: "write ':' between the field name and its value"
    case .commaOrBrace, .commaOrBracket: "is a comma missing before it?"
    case .end: "remove what follows the value"
    }
  }
}

/// What one JSON text fills, for messages: JSON Lines have one on each line.
enum JSONExtent: String, CustomStringConvertible {
  case file
  case line

  var description: String { rawValue }
}
