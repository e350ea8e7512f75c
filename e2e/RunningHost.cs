using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CaseMgmt.E2e;

/// <summary>The real host in a process of its own, on a free port, with a data directory of its own.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private readonly Process process;
    private readonly StringBuilder output = new();

    private RunningHost(Process process, Uri address, string dataDirectory)
    {
        this.process = process;
        Address = address;
        DataDirectory = dataDirectory;
    }

    public Uri Address { get; }

    public string DataDirectory { get; }

    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts the host and waits until it answers /health.</summary>
    public static async Task<RunningHost> StartAsync(string dataDirectory, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = HostCommand(["--data", dataDirectory, "--urls", address.ToString().TrimEnd('/'), .. arguments]);
        var host = new RunningHost(Process.Start(start)!, address, dataDirectory);
        host.process.OutputDataReceived += (_, line) => host.Keep(line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Keep(line.Data);
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        try
        {
            await host.UntilHealthyAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one verb of the command line to its end and returns exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> RunVerbAsync(params string[] arguments)
    {
        using var process = Process.Start(HostCommand(arguments))!;
        var text = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await text + await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static ProcessStartInfo HostCommand(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        start.ArgumentList.Add(Repository.HostAssembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private async Task UntilHealthyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var watch = Stopwatch.StartNew();
        while (await tick.WaitForNextTickAsync())
        {
            if (process.HasExited || watch.Elapsed > StartLimit)
            {
                throw new InvalidOperationException($"The host did not start:\n{Output}");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }
}
