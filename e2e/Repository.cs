using System.Reflection;

namespace CaseMgmt.E2e;

/// <summary>Where the tree, the built host and the screenshots are.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string HostAssembly => Built("src/Host", "CaseMgmt.Host.dll");

    public static string DataGeneratorAssembly => Built("tools/DataGenerator", "CaseMgmt.DataGenerator.dll");

    /// <summary>Folder that keeps the pictures as test output; SCREENSHOTS names another one.</summary>
    public static string Screenshots
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("SCREENSHOTS") ?? Path.Combine(Root, "test-output", "screenshots");
            Directory.CreateDirectory(folder);
            return folder;
        }
    }

    private static string Configuration =>
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static string Built(string project, string file) =>
        Path.Combine(Root, project, "bin", Configuration, "net10.0", file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseMgmt.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the source tree.");
    }
}
