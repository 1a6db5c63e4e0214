import DeployModel
import Testing

@testable import flyconf

/// Which files an import takes over besides the one that is named.
@Suite struct ImportSiblingTests {
  private func program(_ body: (TestContext) throws -> Void) throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write("app = 'shop'\nprimary_region = 'fra'\n", to: "fly.toml")
    try body(test)
  }

  @Test func initTakesTheFilesOfOtherEnvironmentsThatStandBeside() throws {
    try program { test in
      try test.write("app = 'shop-staging'\n[env]\nLOG = 'a'\n", to: "fly.staging.toml")
      try test.write("app = 'shop-dev'\n", to: "fly.dev.toml")
      #expect(test.run("init", "--from", "fly.toml", "--no-vault") == .fine)
      let deployment = try test.read("flyconf/deployment.json")
      #expect(deployment.contains("\"staging\": {\n      \"app_name\": \"shop-staging\""))
      #expect(deployment.contains("\"development\": {\n      \"app_name\": \"shop-dev\""))
      #expect(try test.read("flyconf/variables.json").contains("\"environment\": \"staging\""))
      #expect(test.run("render", "--check", "fly.staging.toml") == .fine)
      #expect(test.run("import", "fly.toml") == .fine)
      #expect(test.errors.text.hasSuffix("nothing has changed\n"))
    }
  }

  @Test func takesTheNamedFileAloneIfTold() throws {
    try program { test in
      try test.write("app = 'shop-staging'\n", to: "fly.staging.toml")
      #expect(test.run("init", "--from", "fly.toml", "--no-vault", "--alone") == .fine)
      #expect(try !test.read("flyconf/deployment.json").contains("shop-staging"))
      #expect(test.run("import", "fly.toml", "--alone") == .fine)
      #expect(try !test.read("flyconf/deployment.json").contains("shop-staging"))
    }
  }

  @Test func saysWhyAFileBesideIsLeftAlone() throws {
    try program { test in
      try test.write("app = 'live'\n", to: "fly.production.toml")
      try test.write("kill_timeout = 'soon'\n", to: "fly.staging.toml")
      try test.write("[env]\n", to: "fly.dev.toml")
      #expect(test.run("init", "--from", "fly.toml", "--no-vault") == .fine)
      let notes = test.errors.text
      #expect(notes.contains("note: 'fly.production.toml' is left alone, for 'fly.toml' is"))
      #expect(notes.contains("note: 'fly.staging.toml' is left alone: flyctl refuses"))
      #expect(notes.contains("note: 'fly.dev.toml' is left alone: the file names no application"))
    }
  }

  @Test func leavesWhatItHasRenderedAlone() throws {
    try program { test in
      try test.write("app = 'shop-staging'\n", to: "fly.staging.toml")
      test.run("init", "--from", "fly.toml", "--no-vault")
      #expect(test.run("render", "fly.staging.toml", "--yes") == .fine)
      let rendered = try test.read("fly.staging.toml")
      let edited = rendered.split(separator: "shop-staging").joined(separator: "other")
      try test.write(edited, to: "fly.staging.toml")
      #expect(test.run("import", "fly.toml") == .fine)
      #expect(test.errors.text.hasSuffix("nothing has changed\n"))
    }
  }

  @Test func takesSeveralFilesThatAreNamedAndProductionFirst() throws {
    try program { test in
      test.run("init", "--from", "fly.toml", "--no-vault")
      try test.write("app = 'shop-next'\nprimary_region = 'fra'\n", to: "fly.stage.toml")
      try test.write("app = 'shop2'\nprimary_region = 'fra'\n", to: "fly.toml")
      #expect(test.run("import", "fly.stage.toml", "fly.toml") == .fine)
      let deployment = try test.read("flyconf/deployment.json")
      #expect(deployment.contains("\"app_name\": \"shop2\""))
      #expect(deployment.contains("\"app_name\": \"shop-next\""))
      #expect(
        !deployment.contains("\"staging\": {\n      \"app_name\": \"shop-next\",\n      \"reg"))
      try test.write("app = 'third'\n", to: "fly.staging.toml")
      #expect(test.run("import", "fly.stage.toml", "fly.staging.toml") == .usage)
      #expect(test.errors.text.contains("are both for staging"))
      #expect(test.run("import", "fly.stage.toml", "fly.toml", "--app", "one") == .usage)
    }
  }

  @Test(arguments: ["staging", "development"])
  func namesTheFileThatHoldsTheRestAlsoWhenNothingChanges(_ environment: String) throws {
    try program { test in
      let file = "fly.\(environment).toml"
      try test.write(
        "app = 'next'\n[build]\nimage = 'a'\n[env]\nDB_PASSWORD = 'hunter2-hunter3'\n", to: file)
      #expect(test.run("init", "--from", "fly.toml", "--no-vault") == .fine)
      #expect(test.errors.text.contains("stays in fly.base.\(environment).toml: seal it with"))
      #expect(test.run("render", "--check", file) == .fine)
      let before = test.errors.text.count
      #expect(test.run("import", file) == .fine)
      let notes = test.errors.text.dropFirst(before)
      #expect(notes.contains("stays in fly.base.\(environment).toml: seal it with"))
      #expect(notes.hasSuffix("nothing has changed\n"))
    }
  }

  @Test func importGivesAnEnvironmentABaseOfItsOwn() throws {
    try program { test in
      #expect(test.run("init", "--from", "fly.toml", "--no-vault") == .fine)
      try test.write("app = 'next'\n[build]\nimage = 'a'\n", to: "fly.dev.toml")
      #expect(test.run("import", "fly.dev.toml") == .fine)
      #expect(try test.read("flyconf/fly.base.development.toml").contains("image = 'a'"))
      #expect(test.run("render", "--check", "fly.dev.toml") == .fine)
    }
  }

  @Test(arguments: [
    ("fly.toml", EnvironmentName.production), ("fly.prod.toml", .production),
    ("fly-staging.toml", .staging), ("staging.fly.toml", .staging), ("fly.dev.toml", .development),
    ("fly.stg.toml", .staging),
  ])
  func readsTheEnvironmentFromTheName(_ name: String, _ environment: EnvironmentName) {
    #expect(FlyTomlName(name).environment == environment)
  }

  @Test func aNameWithAnotherWordSaysNoEnvironment() {
    #expect(FlyTomlName("fly.preview.toml").environment == nil)
    #expect(FlyTomlName("fly.worker.toml").environment == nil)
  }
}
