extension FlyType {
  /// What flyctl reads and writes, for people.
  package var name: String {
    switch self {
    case .text, .word, .autoStop: "string"
    case .wholeNumber, .port: "whole number"
    case .number: "number"
    case .boolean: "boolean"
    case .duration: "duration, such as \"1m30s\""
    case .memory: "size, such as \"512mb\""
    case .volumeSize: "size, such as \"10gb\""
    case .list, .listOrText: "list of strings"
    case .table, .limits: "table"
    case .tables: "list of tables"
    case .namedTables: "a table for each of some names"
    case .map(.text), .lenientHeaders: "a string for each of some names"
    case .map: "a value for each of some names"
    case .stringified, .any: "any value"
    }
  }

  /// The words that are known, where only some are.
  package var words: [String] {
    switch self {
    case .word(let words, _): words
    case .list(let element): element.words
    case .autoStop: PlatformWords.autoStop.value
    default: []
    }
  }

  /// Whether flyctl itself refuses other words than those.
  package var refusesOtherWords: Bool {
    switch self {
    case .word(_, let isChecked): isChecked
    case .autoStop: true
    default: false
    }
  }

  /// The unit of a number without one, where there is a choice.
  package var bareUnit: String? {
    switch self {
    case .duration(let unit): unit.rawValue
    case .memory: "MB"
    case .volumeSize(allowsNumber: true): "GB"
    default: nil
    }
  }

  /// What flyctl takes for the same, such as forms of earlier years.
  ///
  /// - Parameter path: The key, such as `services.concurrency`.
  package func otherForm(at path: String) -> String? {
    switch self {
    case .port: "a string of digits"
    case .autoStop: "true for \"stop\" and false for \"off\", an old form"
    case .listOrText: "one string, for a list of one"
    case .tables(_, allowsSingle: true): "[\(path)], for a list of one"
    case .namedTables: "[[\(path)]] with a name in each, an old form"
    case .limits: "a string such as \"20,25\", the soft limit and the hard one, an old form"
    case .lenientHeaders: "[[\(path)]] with name and value in each, an old form"
    case .map where path == "env": "[[env]], an old form"
    case .map where path == "processes": "[[processes]] with name and command, an old form"
    case .map(.stringified): "values that are no strings: flyctl makes strings of them"
    default: nil
    }
  }
}
