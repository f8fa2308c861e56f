package vn.lantoa.diagrams;

import java.util.List;
import java.util.function.Function;
import vn.lantoa.diagrams.TextEdits.Edit;

/** A point and how a new value of it is written into its file's text. */
record PointPlace(AdjustablePoint point, String title, Function<String, List<Edit>> write) {}
