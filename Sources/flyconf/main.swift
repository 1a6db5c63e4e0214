import DeployModel
let s = try ProjectStore(folder: CommandLine.arguments[1]).open()
for f in s.validate(at: Timestamp(secondsSinceEpoch: 1_780_000_000)) { print(f.place.file, f.place.start, f.rule.code, f.message, f.help ?? "") }
