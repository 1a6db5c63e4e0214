import DeployModel
import Documents

/// Asks a person what to do about one credential that is due.
struct RotationDialogue {
  private let value: DueValue
  private let context: Context
  private let head: String

  /// How the credential is called in questions.
  private let name: String

  /// - Parameter head: What stands before the name at its beginning.
  init(_ value: DueValue, behind head: String, among namesakes: Namesakes, _ context: Context) {
    self.value = value
    self.context = context
    let word = Quoted(value.entry.tellingName(among: namesakes))
    name = "\(word) (\(value.entry.environment?.rawValue ?? ""))"
    self.head = "\(head)\(name), \(value.state)"
  }

  enum Answer {
    case value(Secret)
    /// The credential stays as it is.
    case skip
    /// So does everything behind it.
    case quit
  }

  /// - Throws: `Failure` if the input ends, or if somebody ends the program.
  func answer() throws -> Answer {
    context.console.note(head)
    while true {
      switch try context.ask(question, help: "run it at a terminal").lowercased() {
      case "" where stored != nil: return .value(try generator().make())
      case "g", "generate": return .value(try generator().make())
      case "p", "paste":
        let typed = try context.askSecret("new value of \(name)")
        if !typed.isEmpty { return .value(typed) }
      case "s", "skip", "": return .skip
      case "q", "quit": return .quit
      default: context.console.note("answer with p, g, s or q")
      }
    }
  }

  private var stored: ValueGenerator? { value.entry.storedGenerator }

  private var question: String {
    let form = stored.map { " \($0)" } ?? ""
    let usual = stored == nil ? "s" : "g"
    return "[p]aste, [g]enerate\(form), [s]kip or [q]uit (\(usual))"
  }

  /// The form that the credential stores, or that the person names.
  private func generator() throws -> ValueGenerator {
    if let stored { return stored }
    while true {
      let word = try context.ask("form (hex:32)", help: "run it at a terminal")
      do throws(MalformedValue) {
        return try ValueGenerator(word.isEmpty ? "hex:32" : word)
      } catch {
        context.console.note("\(error.reason)\(error.help.map { "; \($0)" } ?? "")")
      }
    }
  }
}
