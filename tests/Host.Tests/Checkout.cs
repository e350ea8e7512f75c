namespace CaseMgmt.Host.Tests;

/// <summary>The checkout that these tests were built from.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CaseMgmt.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run inside a checkout.");
        }

        return folder.FullName;
    }
}
