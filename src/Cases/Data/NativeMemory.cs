using System.Runtime.InteropServices;

namespace CaseMgmt.Cases.Data;

/// <summary>
/// What the embedded database allocates, as far as the C library of most Linux systems keeps it after it was freed: blocks of a sorter once freed make that library
/// hold tens of megabytes in each of many arenas for the next ones, which a load and a scan need once a day. Other C libraries give back by themselves.
/// </summary>
public static class NativeMemory
{
    // Numbers of malloc.h.
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int MostArenas = -8;
    private const int Large = 1 << 20;

    private static readonly nint Library = OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) ? library : 0;

    private delegate int Option(int name, int value);

    private delegate int Trim(nint keep);

    /// <summary>Large blocks go back when they are freed, and few arenas are enough for a database that allocates under one lock anyway. Once, before it is opened.</summary>
    public static void KeepLittle()
    {
        var option = Find<Option>("mallopt");
        foreach (var (name, value) in new[] { (TrimThreshold, Large), (MapThreshold, Large), (MostArenas, Math.Max(2, Environment.ProcessorCount)) })
        {
            option?.Invoke(name, value);
        }
    }

    /// <summary>What lies free between used blocks goes back too: some milliseconds, after work of seconds.</summary>
    public static void GiveBack() => Find<Trim>("malloc_trim")?.Invoke(0);

    private static T? Find<T>(string name) where T : Delegate =>
        Library != 0 && NativeLibrary.TryGetExport(Library, name, out var address) ? Marshal.GetDelegateForFunctionPointer<T>(address) : null;
}
