using System.IO.Compression;

namespace CaseMgmt.Cases.Evidence;

/// <summary>Which files are accepted. Decided from the content; the extension only has to agree with it.</summary>
public static class FileTypes
{
    private const int HeadLength = 4096;

    /// <summary>The content type, or null for a file that is not accepted.</summary>
    public static string? Detect(Stream file, string fileName)
    {
        var head = new byte[HeadLength];
        var length = file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        file.Position = 0;
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        return (extension, Signature(head.AsSpan(0, length))) switch
        {
            (".jpg" or ".jpeg", "jpg") => "image/jpeg",
            (".png", "png") => "image/png",
            (".gif", "gif") => "image/gif",
            (".webp", "webp") => "image/webp",
            (".pdf", "pdf") => "application/pdf",
            (".docx", "zip") when Holds(file, "word/document.xml") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            (".xlsx", "zip") when Holds(file, "xl/workbook.xml") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            (".csv", null) when IsText(head.AsSpan(0, length)) => "text/csv",
            (".txt", null) when IsText(head.AsSpan(0, length)) => "text/plain",
            _ => null,
        };
    }

    private static string? Signature(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "jpg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "webp",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "pdf",
        [(byte)'P', (byte)'K', 3, 4, ..] => "zip",
        _ => null,
    };

    private static bool Holds(Stream file, string entry)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry(entry) is not null && zip.GetEntry("[Content_Types].xml") is not null
                && zip.Entries.All(part => !part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }

    // Spreadsheet programs still write CSV in GB18030, whose bytes prove nothing: what can be asked of text is that it holds no control characters.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var value in head)
        {
            if (value < 0x20 && value is not (0x09 or 0x0A or 0x0D))
            {
                return false;
            }
        }

        return true;
    }
}
