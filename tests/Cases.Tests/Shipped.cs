using System.Globalization;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Sla;

namespace CaseMgmt.Cases.Tests;

/// <summary>The files that the product ships, found above the test assembly.</summary>
internal static class Shipped
{
    public static string Folder(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CaseMgmt.sln")))
            {
                return Path.Combine([folder.FullName, "definitions", .. parts]);
            }
        }

        throw new DirectoryNotFoundException("The checkout was not found above the test assembly.");
    }

    /// <summary>The version of a lifecycle that new tasks and cases take.</summary>
    public static string Latest(string lifecycle) => Directory.GetFiles(Folder(lifecycle), "v*.json").MaxBy(path => int.Parse(Path.GetFileNameWithoutExtension(path)[1..], CultureInfo.InvariantCulture))!;

    public static WorkingCalendar Calendar() => WorkingCalendar.Load(Folder("calendar"));

    public static FormLibrary Forms() => FormLibrary.Load(Folder("forms"));

    public static IEnumerable<FormDefinition> AllForms() =>
        Directory.GetFiles(Folder("forms"), "v*.json", SearchOption.AllDirectories).Select(path => FormDefinition.Read(File.ReadAllText(path)));
}
