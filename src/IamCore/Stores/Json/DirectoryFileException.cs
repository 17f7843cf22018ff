namespace IamCore.Stores.Json;

/// <summary>A file that is no directory, or an edit of one that was not taken over.</summary>
public sealed class DirectoryFileException : IOException
{
    /// <summary>Names the file and all that is wrong with it.</summary>
    public DirectoryFileException(string path, ValueList<string> problems)
        : base($"\"{path}\" is not a valid directory file:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
    {
        Path = path;
        Problems = problems;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What is wrong, one sentence each; at least one.</summary>
    public ValueList<string> Problems { get; }
}
