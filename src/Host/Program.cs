using CaseMgmt.Host.Cli;

return await CommandLine.RunAsync(args).ConfigureAwait(false);

/// <summary>The entry point; public so that tests can start the host.</summary>
public partial class Program;
