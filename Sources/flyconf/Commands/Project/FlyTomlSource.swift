import DeployModel
import Documents

/// A fly.toml that is to be taken over, and the environment that it is for.
struct FlyTomlSource {
  let path: String
  let environment: EnvironmentName
  private let configuration: FlyConfiguration

  /// - Parameter environment: The environment, where the name does not say it or another is meant.
  init(_ path: String, for environment: EnvironmentName?, _ context: Context) throws {
    guard
      let bytes = try context.files.contents(
        of: context.absolute(path), limit: SourceText.sizeLimit)
    else { throw Failure("cannot read '\(path)': no such file", help: "check the path") }
    try self.init(path, SourceText(name: path, bytes: bytes), for: environment)
  }

  private init(_ path: String, _ source: SourceText, for environment: EnvironmentName?) throws {
    self.path = path
    let name = FlyTomlName(Path.name(of: path))
    guard let environment = environment ?? name.environment else {
      throw Failure(
        .usage, "the name '\(name.text)' says no environment",
        help: "say it with --env production, staging or development")
    }
    self.environment = environment
    let file = FlyTomlFile(source)
    let refused = file.validate().first {
      $0.rule.severity == .error && $0.rule.check.flyTomlKinds.contains { $0.isRefused }
    }
    guard let configuration = file.configuration, refused == nil else {
      let place = refused.map { ":\($0.place.start.line)" } ?? ""
      throw Failure(
        .found, "flyctl refuses '\(path)\(place)': \(refused?.message ?? "it is no valid TOML")",
        help: "run `flyconf validate \(path)` to see all of it")
    }
    self.configuration = configuration
  }

  /// The file's own name.
  var name: String { Path.name(of: path) }

  func read(app: String?, leaving taken: Set<String>) throws -> FlyImport {
    try FlyImport(configuration, app: app, leaving: taken)
  }

  /// The file of another environment that stands beside, if it is somebody's own.
  ///
  /// - Returns: Nothing if no such file is there, or if flyconf has rendered it.
  static func beside(
    _ source: FlyTomlSource, named name: FlyTomlName, _ context: Context
  ) throws -> FlyTomlSource? {
    let absolute = Path.join(Path.parent(of: context.absolute(source.path)), name.text)
    let path = context.shown(absolute)
    guard let bytes = try context.files.contents(of: absolute, limit: SourceText.sizeLimit) else {
      return nil
    }
    let text = SourceText(name: path, bytes: bytes)
    guard !RenderedConfiguration.isRendered(text.text(of: text.span)) else { return nil }
    return try FlyTomlSource(path, text, for: nil)
  }
}

extension Diagnostic.Kind {
  /// Whether flyctl reads nothing of a file that has such a mistake.
  fileprivate var isRefused: Bool {
    [.syntax, .flyWrongType, .flyMalformedDuration].contains(self)
  }
}
