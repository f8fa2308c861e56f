package vn.planted.diagrams;

import org.camunda.bpm.engine.RuntimeService;
import vn.planted.models.ModelSites;

public class Diagrams {
    RuntimeService past;
    ModelSites wrong;
}
