/// A text that something else is to fill in before the file is used: `<APP>`, `{{ app }}`, `$APP`.
enum TemplateText {
  static func isFound(in text: String) -> Bool {
    let marks: [(Character, Character)] = [("<", ">"), ("{", "}"), ("[", "]")]
    return marks.contains { text.hasPrefix(String($0.0)) && text.hasSuffix(String($0.1)) }
      || text.contains("${") || text.hasPrefix("$") || text.contains("{{")
  }
}
