namespace CaseMgmt.Host.Cli;

/// <summary>One command of the command line.</summary>
/// <param name="Usage">The verb with its arguments, as --help prints it.</param>
/// <param name="Run">Gets the words after the verb, returns the exit code: 0 done, 1 done with findings, 2 wrong call.</param>
public sealed record Verb(string Name, string Usage, string Summary, Func<string[], Task<int>> Run);

/// <summary>The call was wrong. The message is the one line that the caller sees; the exit code is 2.</summary>
public sealed class UsageException(string message) : Exception(message);
