import Foundation

/// A function of a source file, found by its keyword and the indentation of its closing brace.
struct SwiftFunction {
  var signature: String
  /// Lines from the one with the keyword to the closing brace.
  var length: Int

  static func all(in text: String) -> [SwiftFunction] {
    let lines = text.components(separatedBy: "\n")
    return lines.indices.compactMap { start in
      guard isStart(lines[start]) else { return nil }
      let indent = lines[start].prefix { $0 == " " }
      let end = lines[start...].firstIndex { line in
        line == "\(indent)}" || (line.hasSuffix("}") && line.prefix { $0 == " " } == indent)
      }
      return end.map {
        SwiftFunction(
          signature: lines[start].trimmingCharacters(in: .whitespaces), length: $0 - start + 1)
      }
    }
  }

  private static func isStart(_ line: String) -> Bool {
    line.firstMatch(of: /^ *([a-z@()]+ )*(func [^ ]|init[?(<])/) != nil
  }
}
