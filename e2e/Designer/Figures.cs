namespace CaseMgmt.E2e.Designer;

/// <summary>What a run measured, one line each, kept beside the screenshots.</summary>
internal static class Figures
{
    private static readonly Lock Gate = new();

    public static void Write(string what, string figure)
    {
        lock (Gate)
        {
            File.AppendAllText(Path.Combine(Repository.Screenshots, "designer-figures.txt"), $"{what}: {figure}\n");
        }
    }
}
