@testable import Documents

/// An entity with a field of every presence, and entities inside it.
struct Volume: Entity, Equatable {
  enum Mode: String, CaseIterable, DocumentValue {
    case fast
    case slow
  }

  struct Mount: Entity, Equatable {
    var path: Readable<String>
    var isReadOnly: Readable<Bool>

    static let schema = Schema(
      "Mount", Self.init,
      .required("path", \.path, "Where machines see it"),
      .defaulted("read_only", \.isReadOnly, "Nothing can be written", default: false))
  }

  var name: Readable<String>
  var sizeGB: Readable<Int>
  var price: Readable<Number?>
  var mode: Readable<Mode>
  var tags: Readable<[String]?>
  var mounts: Readable<[Mount]>
  var createdBy: Readable<String?>

  static let schema = Schema(
    "Volume",
    annotations: [FieldDescription("$schema", "JSON Schema of the object", .annotation, .string())],
    Self.init,
    .required(
      "name", \.name, "Name of the volume", shape: .string(pattern: "^[a-z]+$")),
    .required("size_gb", \.sizeGB, "Size in gigabytes", shape: .integer(1...500)),
    .optional("price", \.price, "Cost of an hour"),
    .defaulted("mode", \.mode, "How fast it is", default: .slow),
    .optional("tags", \.tags, "Words to find it by"),
    .defaulted("mounts", \.mounts, "Where it is mounted", default: []),
    .generated("created_by", \.createdBy, "Who made it"))

  /// A volume read from a text, with the findings about it.
  static func read(
    _ text: String, excused: Set<String> = []
  ) throws -> (volume: Volume, findings: [String]) {
    let source = SourceText(name: "volume.json", text)
    var diagnostics: [Diagnostic] = []
    let volume = schema.read(try json(text), excused: excused, &diagnostics)
    return (volume, diagnostics.map { Reading.describe($0, in: source) })
  }

  static let full = """
    {"name":"data","size_gb":10,"price":0.150,"mode":"fast","tags":["a","b"],\
    "mounts":[{"path":"/data","read_only":true},{"path":"/x"}],"created_by":"maria"}
    """
}
