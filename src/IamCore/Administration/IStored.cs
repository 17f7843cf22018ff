namespace IamCore.Administration;

/// <summary>A result that contains a stored object with its revision.</summary>
internal interface IStored
{
    /// <summary>Returns the same result with the revision of the commit.</summary>
    object At(long revision);
}
