import Documents

/// A file that is scanned, as its name tells what to expect in it.
struct ScannedFile: Hashable, Sendable {
  /// Relative to the folder that is scanned.
  let path: String

  /// What programs write: full of hashes and identifiers under any name.
  private static let machineNames: Set<String> = [
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock",
    "bun.lockb", "deno.lock", "cargo.lock", "poetry.lock", "uv.lock", "pdm.lock", "pipfile.lock",
    "gemfile.lock", "composer.lock", "mix.lock", "pubspec.lock", "podfile.lock", "flake.lock",
    "go.sum", "go.work.sum", "package.resolved", "packages.lock.json", "gradle.lockfile",
    ".terraform.lock.hcl", "conan.lock", "cartfile.resolved",
  ]

  private static let machineEndings = [
    ".min.js", ".min.css", ".map", ".svg", ".lock", ".sum", ".crt", ".cer", ".pub", ".asc",
    ".snap", ".pbxproj",
  ]

  private static let documentationEndings = [".md", ".markdown", ".rst", ".adoc", ".txt"]

  /// Whether it is a text about something, which may show what it does not mean.
  var isDocumentation: Bool {
    let name = Path.name(of: path).lowercased()
    return Self.documentationEndings.contains(where: name.hasSuffix)
  }

  /// Whether people write it, so that a name tells something about the value behind it.
  var hasProse: Bool {
    let name = Path.name(of: path).lowercased()
    return !Self.machineNames.contains(name) && !Self.machineEndings.contains(where: name.hasSuffix)
  }
}
