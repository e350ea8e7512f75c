using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// From the start of the whole product's process to its first committed transition: a person signs in and makes a task, which starts its lifecycle. The data
/// directory has been used before; the process is a new one each time.
/// </summary>
internal static class ColdStartBenchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(TextWriter output, bool full)
    {
        if (Product() is not { } product)
        {
            output.WriteLine("cold start: not run, build the solution first");
            return;
        }

        using var folder = new ScratchFolder();
        var first = await StartAsync(product, folder.Path, anomaly: null);
        output.WriteLine($"first start on an empty directory, to the sign-in: {first.TotalSeconds:N2} s");
        var times = new List<double>();
        for (var run = 1; run <= (full ? 10 : 3); run++)
        {
            await AddAnomalyAsync(folder.Path, run);
            times.Add((await StartAsync(product, folder.Path, run)).TotalSeconds);
        }

        times.Sort();
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(product)))!;
        output.WriteLine($"process start to the first transition done: median {times[times.Count / 2]:N2} s, best {times[0]:N2} s, worst {times[^1]:N2} s ({configuration})");
        await LaterStarts.RunAsync(output, Path.GetFullPath(Path.Combine(product, "..", "..", "..", "..")), configuration, full);
    }

    private static async Task<TimeSpan> StartAsync(string product, string data, long? anomaly)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [product, "--urls", address, "--data", data, "--sample", "people", "--environment", "Development"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await FirstTransitionAsync(new Uri(address), process, anomaly);
            return watch.Elapsed;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task FirstTransitionAsync(Uri address, Process process, long? anomaly)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler) { BaseAddress = address };
        await ReachAsync(client, process);
        await PostAsync(client, cookies, "/api/session", new { userName = "analyst", password = DemoAccounts.Password });
        if (anomaly is { } id)
        {
            await client.GetAsync(new Uri("/api/antiforgery", UriKind.Relative));
            await PostAsync(client, cookies, "/api/tasks", new { requestKey = Guid.NewGuid(), title = "cold start", type = "online", urgency = "normal", anomalyIds = new[] { id } });
        }
    }

    public static async Task ReachAsync(HttpClient client, Process process)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !process.HasExited;)
        {
            try
            {
                if ((await client.GetAsync(new Uri("/api/antiforgery", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet: a refused connection answers at once, so asking again soon costs little and measures finely.
                await pace.WaitForNextTickAsync();
            }
        }

        throw new InvalidOperationException("The product did not start.");
    }

    private static async Task PostAsync(HttpClient client, CookieContainer cookies, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-XSRF-TOKEN", cookies.GetCookies(client.BaseAddress!)["XSRF-TOKEN"]?.Value);
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    // While no host runs, a row may be written past the engine.
    private static async Task AddAnomalyAsync(string folder, long id)
    {
        await using var store = new ServiceCollection().AddLogging().AddCaseStore(new StoreOptions { DataDirectory = folder }).BuildServiceProvider();
        await store.GetRequiredService<CommitDoor>().RunAsync("system", session => session.InsertAsync(new Anomaly
        {
            Id = id, ThemeCode = "DJ-01", ThemeVersion = 1, Ym = "202605", ObjKey = $"cold-{id}", OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/",
            Metric = 400, LimitValue = 315, Level = "2", Specialty = "tariff", State = AnomalyStates.ToHandle, FirstSeenAt = session.Now, LastSeenAt = session.Now,
        }));
        SqliteConnection.ClearAllPools();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Product()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseMgmt.sln")))
        {
            folder = folder.Parent;
        }

        string[] builds = folder is null ? [] : [.. new[] { "Release", "Debug" }.Select(build => Path.Combine(folder.FullName, "src", "Host", "bin", build, "net10.0", "CaseMgmt.Host.dll"))];
        return Array.Find(builds, File.Exists);
    }
}
