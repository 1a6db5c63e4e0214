import DeployModel
import Testing

@testable import flyconf

/// What `flyconf validate --fix` writes, and what it leaves alone.
@Suite struct FixTests {
  private func program(_ body: (TestContext) throws -> Void) throws {
    let test = try TestContext()
    defer { test.remove() }
    try body(test)
  }

  @Test func mendsAFlyTomlAndReportsTheRest() throws {
    try program { test in
      try test.write("app = 'shop'\nkill_timeout = 300\nprimary_regoin = 'fra'\n", to: "fly.toml")
      #expect(test.run("validate", "--fix", "fly.toml", "--format", "concise") == .fine)
      #expect(
        try test.read("fly.toml") == "app = 'shop'\nkill_timeout = '5m'\nprimary_regoin = 'fra'\n")
      #expect(test.errors.text.hasPrefix("fixed 1 finding in fly.toml\n"))
      #expect(test.output.text.hasPrefix("fly.toml:3:1: warning[FC903]"))
      #expect(!test.output.text.contains("FC907"))
    }
  }

  @Test func theExitCodeIsThatOfWhatRemains() throws {
    try program { test in
      try test.write("app = 'shop'\nswap_size_mb = '512'\n", to: "fly.toml")
      #expect(test.run("validate", "fly.toml", "--diff") == .found)
      #expect(test.run("validate", "fly.toml", "--fix") == .fine)
      #expect(test.run("validate", "fly.toml") == .fine)
    }
  }

  @Test func aDiffWritesNothingEvenBesideFix() throws {
    try program { test in
      let text = "app = 'shop'\nkill_timeout = 300\n"
      try test.write(text, to: "fly.toml")
      #expect(test.run("validate", "--fix", "--diff", "fly.toml") == .fine)
      #expect(try test.read("fly.toml") == text)
      #expect(
        test.output.text == """
          --- fly.toml
          +++ fly.toml (fixed)
          @@ -1,2 +1,2 @@
           app = 'shop'
          -kill_timeout = 300
          +kill_timeout = '5m'

          """)
      #expect(test.errors.text.hasPrefix("would fix 1 finding in fly.toml\n"))
    }
  }

  @Test func aDiffHidesSecrets() throws {
    try program { test in
      try test.write("kill_timeout = 300\n[env]\nDB_PASSWORD = 0.12345678\n", to: "fly.toml")
      test.run("validate", "--diff", "fly.toml")
      #expect(test.output.text.contains(" DB_PASSWORD = **********\n"))
      #expect(!test.output.text.contains("12345678"))
    }
  }

  @Test func standardInputIsOnlyShown() throws {
    try program { test in
      let words = ("validate", "-", "--stdin-filename", "fly.toml")
      #expect(
        test.run(words.0, words.1, words.2, words.3, "--fix", input: "kill_timeout = 300\n")
          == .usage)
      #expect(test.errors.text.contains("--diff"))
      test.run(words.0, words.1, words.2, words.3, "--diff", input: "kill_timeout = 300\n")
      #expect(test.output.text.contains("+kill_timeout = '5m'"))
    }
  }

  @Test func findingsSayThatTheyCanBeFixed() throws {
    try program { test in
      try test.write("kill_timeout = 300\nprimary_regoin = 'fra'\n", to: "fly.toml")
      test.run("validate", "fly.toml", "--format", "json")
      #expect(test.output.text.contains("\"description\": \"write '5m'\""))
      #expect(test.output.text.matches(of: /"fix":/).count == 1)
    }
  }

  @Test func fillsInWhatEntriesLackAndKeepsEveryOtherByte() throws {
    try program { test in
      try test.copy("Examples")
      let text = """
        {"variables":   [
          {"key": "ZONE", "encrypted_value": "plain:a", "environment": "staging",
           "is_secret": false, "category": "system", "description": "A", "extra": 1}
        ]}
        """
      try test.write(text, to: "variables.json")
      test.run("validate", "variables.json", "--fix")
      let fixed = try test.read("variables.json")
      #expect(fixed.contains("\"id\": \""))
      #expect(fixed.contains("\"created_at\": \"2026-11-23T00:00:00Z\""))
      #expect(fixed.contains("\"updated_at\": \"2026-11-23T00:00:00Z\""))
      #expect(fixed.contains("{\"variables\":   [\n"))
      #expect(fixed.hasSuffix("\n]}"))
      test.run("validate", "variables.json", "--fix")
      #expect(try test.read("variables.json") == fixed)
    }
  }

  @Test func nothingIsChangedBeforeItWasMade() throws {
    try program { test in
      let text = """
        {"health_checks": []}
        """
      try test.write(text, to: "health-checks.json")
      test.run("validate", "health-checks.json", "--fix")
      #expect(try test.read("health-checks.json") == text)
      try test.write(
        "{\"app_name\": \"a\", \"updated_at\": \"2026-01-01T00:00:00Z\"}", to: "deployment.json")
      test.run("validate", "deployment.json", "--fix")
      #expect(
        try test.read("deployment.json").contains("\"created_at\": \"2026-01-01T00:00:00Z\""))
    }
  }

  @Test func aProjectIsMendedWholeAndItsVaultStillVerifies() throws {
    let project = try CommandProject()
    defer { project.remove() }
    let test = project.test
    let secrets = try test.read("flyconf/credentials.json")
    let variables = try test.read("flyconf/variables.json")
    try test.write(
      secrets.replacing(/"updated_at": "[^"]*",?\s*/, with: ""), to: "flyconf/credentials.json")
    try test.write(
      variables.replacing(/\n\s*"id": "[^"]*",/, with: ""), to: "flyconf/variables.json")
    test.run("validate", "--fix")
    #expect(try test.read("flyconf/variables.json").contains("\"id\": \""))
    #expect(test.errors.text.contains("in flyconf/variables.json\n"))
    try project.run("vault", "verify")
  }

  @Test func whatTheVaultGuardsIsLeftAlone() throws {
    let project = try CommandProject()
    defer { project.remove() }
    let test = project.test
    let text = try test.read("flyconf/credentials.json")
      .replacing(/\n\s*"id": "[^"]*",/, with: "")
    try test.write(text, to: "flyconf/credentials.json")
    test.run("validate", "--fix")
    #expect(try test.read("flyconf/credentials.json") == text)
  }

  @Test func aSuppressedFindingIsNotMended() throws {
    try program { test in
      let text = """
        {"health_checks": [{"check_type": "http",
          "flyconf:ignore": [{"rule": "FC010", "reason": "written by hand"}]}]}
        """
      try test.write(text, to: "health-checks.json")
      test.run("validate", "health-checks.json", "--fix")
      #expect(try test.read("health-checks.json") == text)
    }
  }

  @Test func mendsTheBasesOfAProject() throws {
    try program { test in
      try test.write(
        "app = 'shop'\nkill_timeout = 300 # five minutes\n[build]\nimage = 'nginx'\n",
        to: "fly.toml")
      test.run("init", "--from", "fly.toml", "--no-vault")
      #expect(test.run("validate", "--diff") == .fine)
      #expect(test.output.text.contains("+kill_timeout = '5m' # five minutes\n"))
      #expect(try test.read("flyconf/fly.base.toml").contains("kill_timeout = 300"))
      #expect(test.run("validate", "--fix") == .fine)
      #expect(
        try test.read("flyconf/fly.base.toml")
          == "kill_timeout = '5m' # five minutes\n[build]\nimage = 'nginx'\n")
    }
  }
}
