namespace IamCore.Administration;

/// <summary>A result that shows a stored object's revision.</summary>
internal interface IStored
{
    /// <summary>The same with the revision of the commit.</summary>
    object At(long revision);
}
